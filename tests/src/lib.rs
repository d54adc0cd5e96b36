//! Tests of the whole thing from outside.
