<?php
/**
 * The page under Settings, with WordPress's own settings forms: they check who sends them, and that they come from this site.
 */

namespace Leadscore;

defined( 'ABSPATH' ) || exit;

function add_settings_page(): void {
	add_options_page( __( 'leadscore', 'leadscore' ), __( 'leadscore', 'leadscore' ), 'manage_options', OPTION, 'Leadscore\print_settings_page' );
}

function link_settings_page( array $links ): array {
	$address = admin_url( 'options-general.php?page=' . OPTION );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html__( 'Settings', 'leadscore' ) ) );
	return $links;
}

function register_settings(): void {
	register_setting(
		OPTION,
		OPTION,
		array(
			'type'              => 'object',
			'default'           => defaults(),
			'sanitize_callback' => 'Leadscore\cleaned',
		)
	);
}

/**
 * What the form sent, made safe to keep. What is wrong is said, and stays as it was.
 *
 * @param mixed $sent What the form sent.
 */
function cleaned( $sent ): array {
	$sent = is_array( $sent ) ? array_map( fn( $value ) => is_scalar( $value ) ? trim( (string) $value ) : '', $sent ) : array();
	$kept = options();
	foreach ( array( 'script', 'ruleset', 'endpoint' ) as $name ) {
		$kept[ $name ] = clean_address( $sent[ $name ] ?? '', $kept[ $name ] );
	}
	$consent              = $sent['consent'] ?? '';
	$kept['consent']      = isset( CONSENT[ $consent ] ) ? $consent : $kept['consent'];
	$kept['honeypot']     = sanitize_text_field( $sent['honeypot'] ?? '' );
	$kept['time_on_page'] = ! empty( $sent['time_on_page'] );
	$kept['scroll_depth'] = ! empty( $sent['scroll_depth'] );
	// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- options.php has checked the nonce; keep_ruleset checks the file.
	$file = $_FILES['leadscore_ruleset'] ?? null;
	if ( is_array( $file ) && is_string( $file['tmp_name'] ) && UPLOAD_ERR_NO_FILE !== $file['error'] && current_user_can( 'manage_options' ) ) {
		$mark = keep_ruleset( $file );
		if ( is_wp_error( $mark ) ) {
			add_settings_error( OPTION, $mark->get_error_code(), sprintf( /* translators: %s: what is wrong. */ __( 'Ruleset: %s.', 'leadscore' ), $mark->get_error_message() ) );
		} else {
			$kept['uploaded'] = $mark;
		}
	}
	return $kept;
}

/** An address of this site or another, or what was there before. */
function clean_address( string $sent, string $before ): string {
	$address = esc_url_raw( $sent, array( 'http', 'https' ) );
	if ( '' === $sent || '' !== $address ) {
		return $address;
	}
	add_settings_error( OPTION, 'leadscore_address', sprintf( /* translators: %s: what was typed. */ __( 'Expected an address that begins with https:// or /, found "%s".', 'leadscore' ), esc_html( $sent ) ) );
	return $before;
}

function print_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$options = options();
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<form method="post" action="options.php" enctype="multipart/form-data">
			<?php settings_fields( OPTION ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="leadscore-file"><?php esc_html_e( 'Ruleset', 'leadscore' ); ?></label></th>
					<td>
						<input type="file" id="leadscore-file" name="leadscore_ruleset" accept=".json,application/json">
						<p class="description"><?php echo esc_html( ruleset_description( $options ) ); ?></p>
					</td>
				</tr>
				<?php
				print_text( 'ruleset', __( 'or the ruleset’s address', 'leadscore' ), $options, __( 'Comes before an uploaded ruleset.', 'leadscore' ) );
				print_consent( $options );
				print_text( 'endpoint', __( 'Tell changes of band to', 'leadscore' ), $options, __( 'An address that receives them as JSON. Nothing is sent without one.', 'leadscore' ) );
				print_text( 'honeypot', __( 'Field that only robots fill', 'leadscore' ), $options, __( 'The name of a hidden form field.', 'leadscore' ) );
				print_choice( 'time_on_page', __( 'Record time on page', 'leadscore' ), $options );
				print_choice( 'scroll_depth', __( 'Record scroll depth', 'leadscore' ), $options );
				print_text( 'script', __( 'Address of onsite.js', 'leadscore' ), $options, __( 'The plugin’s own if this is empty.', 'leadscore' ) );
				?>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

function ruleset_description( array $options ): string {
	if ( '' === $options['uploaded'] ) {
		return __( 'The file that "Publish" of the rule editor gives. Visitors are scored once there is one.', 'leadscore' );
	}
	/* translators: %s: a mark of the file's contents. */
	return sprintf( __( 'One is there (%s). Choose another to replace it.', 'leadscore' ), $options['uploaded'] );
}

function print_text( string $name, string $label, array $options, string $description ): void {
	printf(
		'<tr><th scope="row"><label for="leadscore-%1$s">%2$s</label></th><td><input type="text" class="regular-text" id="leadscore-%1$s" name="%3$s[%1$s]" value="%4$s"><p class="description">%5$s</p></td></tr>',
		esc_attr( $name ),
		esc_html( $label ),
		esc_attr( OPTION ),
		esc_attr( $options[ $name ] ),
		esc_html( $description )
	);
}

function print_choice( string $name, string $label, array $options ): void {
	printf(
		'<tr><th scope="row"></th><td><label><input type="checkbox" name="%3$s[%1$s]" value="1"%4$s> %2$s</label></td></tr>',
		esc_attr( $name ),
		esc_html( $label ),
		esc_attr( OPTION ),
		checked( $options[ $name ], true, false )
	);
}

function print_consent( array $options ): void {
	$labels = array(
		'required' => __( 'Nothing before the page calls leadscore.consent("granted")', 'leadscore' ),
		'tcf'      => __( 'Ask the consent banner of this site (IAB TCF)', 'leadscore' ),
		'google'   => __( 'Follow Google consent mode', 'leadscore' ),
		''         => __( 'No consent is needed', 'leadscore' ),
	);
	printf( '<tr><th scope="row"><label for="leadscore-consent">%s</label></th><td><select id="leadscore-consent" name="%s[consent]">', esc_html__( 'Consent', 'leadscore' ), esc_attr( OPTION ) );
	foreach ( $labels as $value => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $options['consent'], $value, false ), esc_html( $label ) );
	}
	echo '</select></td></tr>';
}
