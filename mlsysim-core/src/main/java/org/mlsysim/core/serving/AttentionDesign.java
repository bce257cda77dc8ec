package org.mlsysim.core.serving;

import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;
import org.mlsysim.physics.serving.KvAttentionDesign;

/** How the queries of an attention layer share keys and values. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum AttentionDesign implements WireName {
  /** Multi-head: every query head has its own. */
  MHA,
  /** Grouped-query: several query heads share them. */
  GQA,
  /** Multi-head latent: all heads share one compressed latent. */
  MLA;

  static AttentionDesign of(KvAttentionDesign.Design design) {
    return switch (design) {
      case MHA -> MHA;
      case GQA -> GQA;
      case MLA -> MLA;
    };
  }

  @Override
  public String wireName() {
    return name();
  }
}
