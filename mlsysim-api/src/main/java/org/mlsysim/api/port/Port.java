package org.mlsysim.api.port;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Declares a record component as a port: the one place where its unit, range, default and
 * documentation stand, for Java callers, JSON, YAML, the command line, schemas and tools alike.
 *
 * <p>The component's type says what the port carries: {@code int}, {@code long}, {@code double},
 * {@code boolean}, {@code String}, an enum, a {@code Quantity}, a registered domain type, a nested
 * record, or a {@code List} or {@code Map<String, …>} of these. A component of type {@code
 * Optional} is an optional port without default; one with {@link #defaultValue} is an optional port
 * with one; any other is required.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Port {
  /** What the value is, in one line. */
  String doc();

  /** The unit symbol of a quantity, for instance {@code "FLOP/s"}; bare numbers are read in it. */
  String unit() default "";

  /**
   * Units of other dimensions that the quantity may have instead, for instance {@code "s"} where
   * device time also says how much work; the component is then a {@code Quantity<?>}. Bare numbers
   * are read in {@link #unit}, and the range holds in whichever unit is given.
   */
  String[] alternativeUnits() default {};

  /**
   * The values allowed, as an interval: {@code "(0, inf)"}, {@code "[0, 1]"}; for each element
   * where the port is a list or a map.
   */
  String range() default "";

  /** The default in its text form; {@link #NO_DEFAULT} makes the port required. */
  String defaultValue() default NO_DEFAULT;

  /** The wire name, where it is not the component's name in snake_case. */
  String name() default "";

  /** Further names that are read, never written. */
  String[] aliases() default {};

  /** Whether an optional port may be fed by a like-named output of an earlier stage. */
  boolean linked() default false;

  /** Whether this output is the verdict: false means that the state cannot be. */
  boolean verdict() default false;

  /** Whether the component is filled by the catalog and never travels. */
  boolean hidden() default false;

  /** The mark of a port without default. */
  String NO_DEFAULT = "\u0000";
}
