/**
 * SQL as the services with a database speak it: transactions, rows as arrays, columns. It needs
 * JDBI, which a service without a database does not have.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.sql;
