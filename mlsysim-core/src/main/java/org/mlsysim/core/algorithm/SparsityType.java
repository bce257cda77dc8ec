package org.mlsysim.core.algorithm;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;
import org.mlsysim.physics.algorithm.Compression;

/** How the weights to drop are chosen. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum SparsityType implements WireName {
  /** Anywhere: smaller, but no faster on dense units. */
  UNSTRUCTURED(Compression.Sparsity.UNSTRUCTURED),
  /** Whole channels or heads: a smaller dense model. */
  STRUCTURED(Compression.Sparsity.STRUCTURED),
  /** N of M neighbours, as sparse tensor units want them; also read as {@code 2:4}. */
  N_M(Compression.Sparsity.N_OF_M);

  private final Compression.Sparsity law;

  SparsityType(Compression.Sparsity law) {
    this.law = law;
  }

  Compression.Sparsity law() {
    return law;
  }

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> wireAliases() {
    return this == N_M ? List.of("2:4", "2_4", "nm", "n-m") : List.of();
  }
}
