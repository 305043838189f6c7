/**
 * A bucket that speaks S3 as a place to put decks. The only user of Amazon's SDK, none of whose
 * classes is loaded unless a bucket is set up.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.s3;
