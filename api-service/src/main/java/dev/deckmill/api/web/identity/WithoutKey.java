package dev.deckmill.api.web.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an address may be asked without a key, because whoever comes there can't have one: it
 * has to look for something else that names the tenant. A key that is shown all the same has to be
 * valid.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutKey {}
