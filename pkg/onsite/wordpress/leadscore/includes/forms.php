<?php
/**
 * Marks fields of form plugins whose editors take CSS classes but no data attributes: `leadscore-field-score` becomes
 * data-leadscore-field="score", `leadscore-property-jobtitle` becomes data-leadscore-property="jobtitle". Two hyphens stand for a
 * colon: `leadscore-field-property--plan` is property:plan.
 */

namespace Leadscore;

defined( 'ABSPATH' ) || exit;

/**
 * The marks that CSS classes stand for.
 *
 * @return array Names of attributes without `data-`, and their values.
 */
function marks( string $classes ): array {
	$marks = array();
	foreach ( preg_split( '/\s+/', $classes, -1, PREG_SPLIT_NO_EMPTY ) as $class ) {
		if ( preg_match( '/^leadscore-(field|property)-([A-Za-z0-9_-]+)$/D', $class, $found ) ) {
			$marks[ 'leadscore-' . $found[1] ] = str_replace( '--', ':', $found[2] );
		}
	}
	return $marks;
}

/** Contact Form 7: the form's fields, as HTML. */
function mark_contact_form_7( string $html ): string {
	$marked = preg_replace_callback(
		'/<(?:input|select|textarea)\b[^>]*?\sclass="([^"]*\bleadscore-[^"]*)"/',
		function ( array $found ): string {
			$attributes = '';
			foreach ( marks( $found[1] ) as $name => $value ) {
				$attributes .= sprintf( ' data-%s="%s"', esc_attr( $name ), esc_attr( $value ) );
			}
			return $found[0] . $attributes;
		},
		$html
	);
	return $marked ?? $html;
}

/** WPForms: the properties of a field, whose classes are those of its settings. */
function mark_wpforms_field( array $properties, array $field ): array {
	foreach ( marks( (string) ( $field['css'] ?? '' ) ) as $name => $value ) {
		foreach ( array_keys( $properties['inputs'] ?? array() ) as $input ) {
			$properties['inputs'][ $input ]['data'][ $name ] = $value;
		}
	}
	return $properties;
}
