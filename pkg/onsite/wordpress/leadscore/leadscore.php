<?php
/**
 * Plugin Name:       leadscore
 * Description:       Scores each visitor in the visitor's own browser, by rules that marketing edits, and sends the score and its reasons along with the forms of this site.
 * Version:           0.1.0
 * Requires at least: 5.7
 * Requires PHP:      7.4
 * Author:            The authors of leadscore
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       leadscore
 *
 * The way in: says what there is. Each part is in `includes` and knows of the others only what it requires.
 */

namespace Leadscore;

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/includes/options.php';

if ( is_admin() ) {
	require_once __DIR__ . '/includes/ruleset-file.php';
	require_once __DIR__ . '/includes/settings-page.php';
	add_action( 'admin_menu', 'Leadscore\add_settings_page' );
	add_action( 'admin_init', 'Leadscore\register_settings' );
	add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'Leadscore\link_settings_page' );
}

require_once __DIR__ . '/includes/tag.php';
require_once __DIR__ . '/includes/forms.php';
add_action( 'wp_footer', 'Leadscore\print_tag' );
add_filter( 'wpcf7_form_elements', 'Leadscore\mark_contact_form_7' );
add_filter( 'wpforms_field_properties', 'Leadscore\mark_wpforms_field', 10, 2 );
