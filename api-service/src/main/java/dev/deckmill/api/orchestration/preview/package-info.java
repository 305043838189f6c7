/**
 * Pictures of slides: ordered from the converters when somebody wants to see one, waited for, kept.
 *
 * <p>Pages are drawn in the converters' child processes and nowhere else; here are orders and PNG
 * files. {@code web.v1} asks for them, {@code orchestration.progress} receives them.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.preview;
