package org.mlsysim.api.hardware;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;

/**
 * A number format of weights and activations, with the bytes that one element takes in storage.
 *
 * <p>{@code mxint4} is read as {@link #INT4}: its shared scale, 1/32 B an element, is neglected.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Precision implements WireName {
  FP32(4),
  TF32(4),
  BF16(2),
  FP16(2),
  FP8(1),
  INT8(1),
  FP6(0.75),
  INT4(0.5),
  FP4(0.5);

  private final double bytesPerElement;
  private final String wireName = name().toLowerCase(Locale.ROOT);

  Precision(double bytesPerElement) {
    this.bytesPerElement = bytesPerElement;
  }

  /** The storage of one element [B]. */
  public double bytesPerElement() {
    return bytesPerElement;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public List<String> wireAliases() {
    return this == INT4 ? List.of("mxint4") : List.of();
  }
}
