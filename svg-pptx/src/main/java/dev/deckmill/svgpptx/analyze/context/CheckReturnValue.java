package dev.deckmill.svgpptx.analyze.context;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Who calls it has to do something with what it returns: Error Prone knows the name. */
@Documented
@Target(ElementType.METHOD)
@interface CheckReturnValue {}
