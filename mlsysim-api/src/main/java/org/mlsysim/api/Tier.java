package org.mlsysim.api;

import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;

/** The three kinds of mathematics a resolver can be. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Tier implements WireName {
  /** Y = f(X): a law, evaluated. */
  MODEL,
  /** X = f⁻¹(Y), or a gradient of f: a law, inverted or differentiated. */
  SOLVER,
  /** max f(x) subject to g(x) ≤ c: a search over laws. */
  OPTIMIZER;

  @Override
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
