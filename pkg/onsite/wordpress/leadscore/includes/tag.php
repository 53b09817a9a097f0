<?php
/**
 * The one line in every page that visitors see: not in the administration, the sign-in page, feeds or the REST API, where
 * WordPress has no footer, and not where an author looks at a draft.
 */

namespace Leadscore;

defined( 'ABSPATH' ) || exit;

function print_tag(): void {
	$attributes = tag_attributes( options() );
	$is_amp     = function_exists( 'amp_is_request' ) && amp_is_request();
	if ( $attributes && ! $is_amp && ! is_preview() && ! is_customize_preview() ) {
		// The way of WordPress 5.7 and later, through which plugins add nonces to scripts.
		wp_print_script_tag( $attributes );
	}
}

/** The attributes of the tag; none where no ruleset is chosen. */
function tag_attributes( array $options ): array {
	$ruleset = $options['ruleset'];
	if ( '' === $ruleset && '' !== $options['uploaded'] ) {
		$ruleset = add_query_arg( 'ver', $options['uploaded'], uploaded_ruleset()['address'] );
	}
	if ( '' === $ruleset ) {
		return array();
	}
	$attributes = array(
		'type'         => 'module',
		'src'          => '' === $options['script'] ? plugins_url( 'files/onsite.js', __DIR__ ) : $options['script'],
		'data-ruleset' => $ruleset,
	);
	foreach ( array( 'endpoint', 'honeypot' ) as $name ) {
		if ( '' !== $options[ $name ] ) {
			$attributes[ "data-$name" ] = $options[ $name ];
		}
	}
	foreach ( array( 'time_on_page', 'scroll_depth' ) as $name ) {
		if ( $options[ $name ] ) {
			$attributes[ 'data-' . str_replace( '_', '-', $name ) ] = '';
		}
	}
	$attributes += CONSENT[ $options['consent'] ] ?? CONSENT['required'];

	/**
	 * Filters the attributes of the tag, for example to add `integrity`.
	 *
	 * @param array $attributes Names and values.
	 */
	return (array) apply_filters( 'leadscore_attributes', $attributes );
}
