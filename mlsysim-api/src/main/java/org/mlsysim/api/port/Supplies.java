package org.mlsysim.api.port;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Declares on an accessor of a domain type that a given object of that type also supplies the port
 * of this name: a fleet supplies its accelerator as {@code hardware}. The type is public and its
 * package exported.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Supplies {
  /** The name of the port that is supplied. */
  String value();
}
