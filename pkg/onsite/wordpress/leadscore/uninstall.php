<?php
/**
 * Leaves nothing behind when the plugin is deleted: no option, no uploaded ruleset, on any site of a network.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/options.php';

( function (): void {
	$forget = function (): void {
		delete_option( Leadscore\OPTION );
		$kept = Leadscore\uploaded_ruleset();
		if ( is_file( $kept['path'] ) ) {
			wp_delete_file( $kept['path'] );
			// phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_operations_rmdir, WordPress.PHP.NoSilencedErrors.Discouraged -- it stays if somebody put other files there.
			@rmdir( $kept['folder'] );
		}
	};
	if ( ! is_multisite() ) {
		$forget();
		return;
	}
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site ) {
		switch_to_blog( $site );
		$forget();
		restore_current_blog();
	}
} )();
