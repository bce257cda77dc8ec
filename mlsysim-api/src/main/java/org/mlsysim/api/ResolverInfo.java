package org.mlsysim.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/** What a resolver says about itself beyond its ports. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ResolverInfo {
  /** The question that the resolver answers, in one sentence. */
  String question();

  /**
   * The names of the {@linkplain org.mlsysim.api.wall.Wall walls} it resolves; a plugin may name
   * walls of its own.
   */
  String[] walls() default {};

  /** The law in one line. */
  String equation() default "";

  /** Where the law comes from. */
  String[] sources() default {};

  /** Whether the law is a teaching device or otherwise not settled. */
  boolean experimental() default false;
}
