package org.mlsysim.core.algorithm;

import org.apiguardian.api.API;

/** How a model is made smaller. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum CompressionMethod {
  /** Fewer bits a weight. */
  QUANTIZATION,
  /** Fewer weights. */
  PRUNING,
  /** A smaller model that learns from it; state the student as a model of its own. */
  DISTILLATION
}
