package org.mlsysim.processor;

/** What a port carries, as far as the rules of its declaration differ. */
enum Carried {
  /** {@code int} or {@code long}. */
  WHOLE,
  /** {@code double}. */
  REAL,
  /** {@code boolean}. */
  FLAG,
  /** {@code String}. */
  WORDS,
  /** An enum. */
  CHOICE,
  /** A {@code Quantity}. */
  QUANTITY,
  /** A record or an interface whose objects a catalog holds. */
  REGISTERED,
  /** Any other record or interface. */
  STRUCTURE,
  /** A wire tree as it is. */
  OPEN,
  /** What no port can carry. */
  NOTHING;

  boolean isNumber() {
    return this == WHOLE || this == REAL || this == QUANTITY;
  }
}
