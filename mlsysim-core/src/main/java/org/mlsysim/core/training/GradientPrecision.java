package org.mlsysim.core.training;

import org.apiguardian.api.API;

/** The width of a gradient element. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum GradientPrecision {
  FP32(4),
  FP16(2),
  BF16(2);

  private final double bytesPerElement;

  GradientPrecision(double bytesPerElement) {
    this.bytesPerElement = bytesPerElement;
  }

  /** The storage of one element [B]. */
  public double bytesPerElement() {
    return bytesPerElement;
  }
}
