<?php
/**
 * What a site would have besides the plugin: forms, and something that keeps what they send.
 *
 * The comment form is WordPress's own. Contact Form 7 and WPForms are not packaged by Debian: what stands here imitates them, namely
 * the markup they make, the filters they pass it through, and that Contact Form 7 sends by script.
 */

/** A hidden field in WordPress's comment form, kept with the comment. */
add_action( 'comment_form', fn() => print '<input type="hidden" name="lead_score" data-leadscore-field="score"><input type="hidden" name="lead_ledger" data-leadscore-field="ledger">' );
add_action(
	'comment_post',
	function ( int $id ): void {
		foreach ( array( 'lead_score', 'lead_ledger' ) as $name ) {
			add_comment_meta( $id, $name, wp_slash( sanitize_text_field( wp_unslash( $_POST[ $name ] ?? 'nothing' ) ) ) );
		}
	}
);

/** Both form plugins keep what arrives in an option. */
add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'contact-form-7/v1',
		'/contact-forms/(?P<id>\d+)/feedback',
		array(
			'methods'             => 'POST',
			'permission_callback' => '__return_true',
			'callback'            => function ( WP_REST_Request $request ): array {
				update_option( 'received_contact_form_7', wp_json_encode( $request->get_body_params() ) );
				return array( 'status' => 'mail_sent', 'message' => 'Thank you for your message. It has been sent.' );
			},
		)
	)
);
add_action(
	'template_redirect',
	function (): void {
		if ( isset( $_POST['wpforms']['submit'] ) ) {
			update_option( 'received_wpforms', wp_json_encode( wp_unslash( $_POST['wpforms'] ) ) );
		}
	}
);

add_shortcode(
	'contact-form-7',
	function (): string {
		$elements = apply_filters(
			'wpcf7_form_elements',
			'<p><label> Your name<br /><span class="wpcf7-form-control-wrap" data-name="your-name"><input size="40" maxlength="400" class="wpcf7-form-control wpcf7-text wpcf7-validates-as-required" aria-required="true" aria-invalid="false" value="" type="text" name="your-name" /></span></label></p>
<p><label> Job title<br /><span class="wpcf7-form-control-wrap" data-name="job-title"><input size="40" maxlength="400" class="wpcf7-form-control wpcf7-text leadscore-property-jobtitle" aria-invalid="false" value="" type="text" name="job-title" /></span></label></p>
<input class="wpcf7-form-control wpcf7-hidden leadscore-field-score" value="" type="hidden" name="lead-score" />
<input class="wpcf7-form-control wpcf7-hidden leadscore-field-ledger" value="" type="hidden" name="lead-ledger" />
<p><input class="wpcf7-form-control wpcf7-submit has-spinner" type="submit" value="Submit" /></p>'
		);
		return '<div class="wpcf7 js" id="wpcf7-f17-p2-o1" lang="en-US" dir="ltr"><div class="screen-reader-response"><p role="status" aria-live="polite" aria-atomic="true"></p><ul></ul></div>
<form action="/pricing/#wpcf7-f17-p2-o1" method="post" class="wpcf7-form init" aria-label="Contact form" novalidate="novalidate" data-status="init">
<div style="display: none;"><input type="hidden" name="_wpcf7" value="17" /><input type="hidden" name="_wpcf7_version" value="5.7.7" /><input type="hidden" name="_wpcf7_locale" value="en_US" /><input type="hidden" name="_wpcf7_unit_tag" value="wpcf7-f17-p2-o1" /><input type="hidden" name="_wpcf7_container_post" value="2" /><input type="hidden" name="_wpcf7_posted_data_hash" value="" /></div>'
			. $elements . '<div class="wpcf7-response-output" aria-hidden="true"></div></form></div>
<script>document.querySelector(".wpcf7-form").addEventListener("submit", function (event) {
	const form = event.target;
	const output = form.querySelector(".wpcf7-response-output");
	fetch("/wp-json/contact-form-7/v1/contact-forms/17/feedback", { method: "POST", body: new FormData(form) }).then((answer) => answer.json()).then((answer) => { output.innerText = answer.message; });
	event.preventDefault();
});</script>';
	}
);

add_shortcode(
	'wpforms',
	function (): string {
		$field      = array( 'id' => '2', 'type' => 'hidden', 'css' => 'leadscore-field-band' );
		$properties = apply_filters(
			'wpforms_field_properties',
			array( 'inputs' => array( 'primary' => array( 'id' => 'wpforms-43-field_2', 'class' => array(), 'data' => array(), 'attr' => array( 'name' => 'wpforms[fields][2]' ) ) ) ),
			$field,
			array( 'id' => 43 )
		);
		$input      = $properties['inputs']['primary'];
		$data       = implode( ' ', array_map( fn( $name ) => sprintf( 'data-%s="%s"', esc_attr( $name ), esc_attr( $input['data'][ $name ] ) ), array_keys( $input['data'] ) ) );
		return '<div class="wpforms-container wpforms-container-full" id="wpforms-43"><form id="wpforms-form-43" class="wpforms-validate wpforms-form" data-formid="43" method="post" enctype="multipart/form-data" action="/pricing/" data-token="0"><noscript class="wpforms-error-noscript">Please enable JavaScript in your browser to complete this form.</noscript><div class="wpforms-field-container"><div id="wpforms-43-field_1-container" class="wpforms-field wpforms-field-email" data-field-id="1"><label class="wpforms-field-label" for="wpforms-43-field_1">Email</label><input type="email" id="wpforms-43-field_1" class="wpforms-field-medium wpforms-field-required" name="wpforms[fields][1]" required></div><div id="wpforms-43-field_2-container" class="wpforms-field wpforms-field-hidden leadscore-field-band" data-field-id="2"><input type="hidden" id="' . esc_attr( $input['id'] ) . '" ' . $data . ' name="' . esc_attr( $input['attr']['name'] ) . '"></div></div><div class="wpforms-submit-container"><input type="hidden" name="wpforms[id]" value="43"><button type="submit" name="wpforms[submit]" id="wpforms-submit-43" class="wpforms-submit" value="wpforms-submit">Send</button></div></form></div>';
	}
);
