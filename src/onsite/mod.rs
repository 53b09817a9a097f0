//! The on-site embed: watches a page and scores its visitor.
