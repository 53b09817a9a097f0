#!/usr/bin/env bash
# Writes pkg/ruleset.schema.json from the types of the ruleset. A test of the package says whether it is current.

. "$(dirname "$0")/toolchain.sh"

schema=$root/pkg/ruleset.schema.json
native run --quiet --locked -- schema >"$schema.new"
mv "$schema.new" "$schema"
