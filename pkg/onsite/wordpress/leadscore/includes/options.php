<?php
/**
 * What this site has chosen: one option of the database, and how to read it.
 *
 * Out: an array with every key, whatever the database holds. It knows neither the settings page nor the tag.
 */

namespace Leadscore;

defined( 'ABSPATH' ) || exit;

/** The option in the database, and the name of the settings group. */
const OPTION = 'leadscore';

/** Ways in which a visitor's consent comes: the attributes of the tag. */
const CONSENT = array(
	''         => array(),
	'required' => array( 'data-consent' => 'required' ),
	'tcf'      => array( 'data-consent-from' => 'tcf' ),
	'google'   => array( 'data-consent-from' => 'google' ),
);

/** What is chosen before anybody has. */
function defaults(): array {
	return array(
		'script'       => '',
		'ruleset'      => '',
		'uploaded'     => '',
		'consent'      => 'required',
		'endpoint'     => '',
		'honeypot'     => '',
		'time_on_page' => false,
		'scroll_depth' => false,
	);
}

/** What is chosen. */
function options(): array {
	$kept = get_option( OPTION );
	return array_merge( defaults(), is_array( $kept ) ? array_intersect_key( $kept, defaults() ) : array() );
}

/** Where an uploaded ruleset is kept: its folder, its path and its address. */
function uploaded_ruleset(): array {
	$uploads = wp_upload_dir( null, false );
	return array(
		'folder'  => $uploads['basedir'] . '/leadscore',
		'path'    => $uploads['basedir'] . '/leadscore/ruleset.json',
		'address' => $uploads['baseurl'] . '/leadscore/ruleset.json',
	);
}
