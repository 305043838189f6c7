/**
 * One record for each message and version. Fields are only ever added; a golden file in service-kit
 * pins each wire form. Commands are imperatives ({@link
 * dev.deckmill.contracts.message.ConvertPage}), events are in the past tense ({@link
 * dev.deckmill.contracts.message.PageConverted}).
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.contracts.message;
