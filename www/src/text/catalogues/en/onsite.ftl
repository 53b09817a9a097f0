# A version on a site: files, options, snippet.
onsite-put = Put it on your site
onsite-put-version = Put version { $number } on your site
onsite-files = Upload the files
onsite-folder = Folder on your site
onsite-folder-fault = Write a folder such as /leadscore/ or https://files.example.com/leadscore/
onsite-files-hint = Put the folder you download on your site, so that it is { $folder }. When you publish again, only ruleset.json is new.
onsite-download = Download the files
onsite-ruleset = Only ruleset.json
onsite-download-fault = { $fault ->
    [faulty] This version has errors. Mend them and publish again.
   *[failed] That did not work. Check the connection and try again.
}
onsite-lifecycle = Tell the pages about stages, lists and workflows, too
onsite-lifecycle-hint = Each page then hears of it as leadscore:happening. Whoever opens your site can read the messages; whom lists name is left out.
onsite-open = Whoever opens your site can read these rules: names, labels and points. Notes are left out.
onsite-options = Choose what it may do
onsite-consent = Who says that a visitor agrees
onsite-consent-from = { $consent ->
    [site] Your own script
    [tcf] A banner with IAB TCF
    [google] Google consent mode
   *[none] Nobody is asked
}
onsite-consent-hint = { $consent ->
    [site] Nothing is recorded before your banner calls leadscore.consent("granted").
    [none] Visitors are recorded from the first page on. Check that the law where they live allows it.
   *[other] Nothing is recorded before the signal says yes.
}
onsite-time = Record the time on each page
onsite-scroll = Record how far visitors scroll
onsite-endpoint = Report changes of band to (optional)
onsite-endpoint-fault = Write an address such as /leads or https://crm.example.com/leads
onsite-endpoint-hint = An address of yours that takes JSON by POST
onsite-add = Add it to your pages
onsite-ways = How your pages are made
onsite-way = { $way ->
    [wordpress] WordPress
    [gtm] Google Tag Manager
    [csp] Strict CSP
   *[html] HTML
}
onsite-way-hint = { $way ->
    [wordpress] With the plugin from the package’s folder onsite/wordpress you need no snippet: upload ruleset.json under Settings, leadscore. Without it, an administrator adds this line as a “Custom HTML” block to the theme’s footer, under Appearance, Editor.
    [gtm] Make a tag of the type “Custom HTML” with the trigger “All Pages”. It creates the element by script, as Tag Manager takes data-* attributes away from script elements.
    [csp] Your server writes a new nonce into every page instead of NONCE, and sends the same one in the policy. 'wasm-unsafe-eval' allows WebAssembly and no other code.
   *[html] One line for the template of your pages, in the head or at the end of the body.
}
onsite-snippet = Snippet
onsite-policy = What your policy needs
onsite-incomplete = Mend the addresses above, and the snippet is here.
copy = Copy
copy-this = Copy: { $what }
copy-outcome = { $outcome ->
    [copied] Copied
   *[selected] It is selected: copy it with Ctrl+C or ⌘C
}
