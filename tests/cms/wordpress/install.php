<?php
/** Sets up WordPress as its installation page does: `php install.php FOLDER NAME PASSWORD`. */

define( 'WP_INSTALLING', true );
[ , $folder, $name, $password ] = $argv;
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require_once "$folder/wp-load.php";
require_once "$folder/wp-admin/includes/upgrade.php";
wp_install( 'A small company', $name, 'admin@example.com', true, '', $password, 'en_US' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'show_avatars', '0' ); // they would come from another origin
update_option( 'comment_moderation', '0' );
update_option( 'comment_previously_approved', '0' );
switch_theme( 'twentytwentythree' );
