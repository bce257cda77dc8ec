package org.mlsysim.physics.facility;

/**
 * Energy of a cascade that asks the edge first and escalates some requests to the cloud.
 *
 * <pre>
 * E_cloud_only = E_tx + E_cloud
 * E_escalated  = q * E_cloud_only
 * E_mean       = E_edge + E_escalated
 * saving       = 1 - E_mean / E_cloud_only
 * </pre>
 */
public final class CascadeEnergy {
  /**
   * Energies of one request.
   *
   * @param escalated spent on escalation, on average [J]
   * @param mean spent on a request of the cascade, on average [J]
   * @param cloudOnly spent on a request that goes straight to the cloud [J]
   * @param saving share of {@code cloudOnly} that the cascade saves, negative when it loses; NaN
   *     (no value) when {@code cloudOnly} is 0
   */
  public record Energy(double escalated, double mean, double cloudOnly, double saving) {}

  /**
   * Energies of one request; the equations stand at the class.
   *
   * @param edge E_edge, one pass at the edge [J], &ge; 0
   * @param transmit E_tx, sending one request [J], &ge; 0
   * @param cloud E_cloud, one pass in the cloud [J], &ge; 0
   * @param escalation q, share of requests that go on to the cloud, 0 to 1
   */
  public static Energy of(double edge, double transmit, double cloud, double escalation) {
    double cloudOnly = transmit + cloud;
    double escalated = escalation * cloudOnly;
    double mean = edge + escalated;
    double saving = cloudOnly > 0.0 ? 1.0 - mean / cloudOnly : Double.NaN;
    return new Energy(escalated, mean, cloudOnly, saving);
  }

  private CascadeEnergy() {}
}
