/**
 * What all services count by the same names: how long stages took and how long records waited.
 * Everything else that a service counts is its own business, and so is what it leaves to the
 * framework: requests, Kafka clients, pools, the JVM.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.meter;
