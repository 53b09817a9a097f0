<?php
/**
 * Takes in a published ruleset that somebody uploads.
 *
 * In: a file of the settings form. Out: a file beside the site's other uploads and a mark of its contents, or what is wrong with it.
 * It knows the outside of a published ruleset, and nothing of rules: those were checked when it was published.
 */

namespace Leadscore;

defined( 'ABSPATH' ) || exit;

const LARGEST_RULESET = 2 * MB_IN_BYTES;

/**
 * Keeps the uploaded ruleset.
 *
 * @param array $file What PHP says of the upload.
 * @return string|\WP_Error The mark of its contents.
 */
function keep_ruleset( array $file ) {
	if ( UPLOAD_ERR_OK !== $file['error'] || ! is_uploaded_file( $file['tmp_name'] ) ) {
		return new \WP_Error( 'leadscore_upload', __( 'the ruleset did not arrive; it may be larger than this server takes', 'leadscore' ) );
	}
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a file that PHP has just received.
	$text = filesize( $file['tmp_name'] ) <= LARGEST_RULESET ? file_get_contents( $file['tmp_name'] ) : false;
	if ( false === $text || ! is_published( $text ) ) {
		return new \WP_Error( 'leadscore_format', __( 'expected the file that "Publish" of the rule editor or "leadscore publish" gives, found something else', 'leadscore' ) );
	}
	$kept = uploaded_ruleset();
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_operations_file_put_contents -- into the uploads folder, as media are.
	if ( ! wp_mkdir_p( $kept['folder'] ) || false === file_put_contents( $kept['path'], $text, LOCK_EX ) ) {
		return new \WP_Error( 'leadscore_folder', __( 'the folder of uploads cannot be written to; let the web server write there', 'leadscore' ) );
	}
	return substr( hash( 'sha256', $text ), 0, 16 );
}

/** Whether a text is a published ruleset. */
function is_published( string $text ): bool {
	$document = json_decode( $text, true );
	return is_array( $document )
		&& 'leadscore-onsite-1' === ( $document['format'] ?? null )
		&& is_string( $document['rules'] ?? null )
		&& false !== base64_decode( $document['rules'], true );
}
