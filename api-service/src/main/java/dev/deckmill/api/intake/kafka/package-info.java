/**
 * Submissions that come over Kafka, from systems that are not ours: CloudEvents in binary and
 * structured mode, and bare JSON. Each is answered on the topic of public events, and a refused one
 * is put into the dead letters as well.
 *
 * <p>What a submission says is read by {@code intake.form} and taken in by {@code intake}, as over
 * REST; nobody calls this package.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.intake.kafka;
