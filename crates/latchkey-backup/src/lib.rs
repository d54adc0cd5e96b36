//! The encrypted backup as it lies on disk: recognise, inspect, verify, decrypt; bytes in, bytes out.
