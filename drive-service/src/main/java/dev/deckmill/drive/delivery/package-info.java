/**
 * The use case: an order is carried out, with as many tries as its trouble allows. {@link
 * dev.deckmill.drive.delivery.DeliveryTarget} is the door to a place where decks can be put; which
 * place that is, nobody here knows.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.delivery;
