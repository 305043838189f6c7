/**
 * From a page to a bundle: {@code PageConsumer} takes the order, {@code PageConversion} sees to it
 * and answers; the engine runs in child processes, see {@code pool} and {@code child}. Decides
 * nothing about the job, and not whether a page is tried again.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.converter;
