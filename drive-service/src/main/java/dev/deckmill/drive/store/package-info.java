/**
 * What is remembered so that an order that comes again, or was cut short, ends with the same one
 * file: a row for each job, a row for each folder. Records go in and come out; {@code row} has the
 * entities. Every transaction is one tenant's, by Hibernate's tenant id and under row-level
 * security ({@code TenantDatabase}).
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.store;
