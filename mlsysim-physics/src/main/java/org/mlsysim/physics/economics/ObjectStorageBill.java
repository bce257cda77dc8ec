package org.mlsysim.physics.economics;

import org.mlsysim.physics.facility.AccountingCalendar;

/**
 * What a data set in object storage costs: capacity, egress, requests and archive.
 *
 * <pre>
 * storage  = D * s * T
 * egress   = D * e * reads
 * requests = files * reads * fee / n_fee
 * retrieval = D * a;  restore = retrieval + D * e
 * </pre>
 *
 * <p>Every read fetches every file once.
 */
public final class ObjectStorageBill {
  /**
   * A data set, its prices and its use.
   *
   * @param datasetBytes D [B], &ge; 0
   * @param storageRate s [USD/(B s)], &ge; 0
   * @param billingPeriod T [s], &ge; 0
   * @param egressRate e [USD/B], &ge; 0
   * @param retrievalRate a, price of reading from the archive [USD/B], &ge; 0
   * @param reads times the whole data set is read, &ge; 0
   * @param files objects the data set consists of, &ge; 0
   * @param requestFee fee of n_fee requests [USD], &ge; 0
   * @param requestsPerFee n_fee, &gt; 0
   */
  public record Inputs(
      double datasetBytes,
      double storageRate,
      double billingPeriod,
      double egressRate,
      double retrievalRate,
      double reads,
      double files,
      double requestFee,
      double requestsPerFee) {}

  /**
   * The bill [USD].
   *
   * @param storage capacity over the period
   * @param egressPerRead egress of one read of the whole data set
   * @param egress egress of all reads
   * @param requests fees of all requests
   * @param archiveRetrieval one retrieval from the archive
   * @param archiveRestore one retrieval and its egress
   */
  public record Bill(
      double storage,
      double egressPerRead,
      double egress,
      double requests,
      double archiveRetrieval,
      double archiveRestore) {}

  /** The bill of a data set; the equations stand at the class. */
  public static Bill of(Inputs in) {
    double egressPerRead = in.datasetBytes() * in.egressRate();
    double retrieval = in.datasetBytes() * in.retrievalRate();
    return new Bill(
        in.datasetBytes() * in.storageRate() * in.billingPeriod(),
        egressPerRead,
        egressPerRead * in.reads(),
        in.files() * in.reads() * in.requestFee() / in.requestsPerFee(),
        retrieval,
        retrieval + egressPerRead);
  }

  /**
   * Egress of a steady stream over a month of 730 h: {@code rate * month * e} [USD].
   *
   * @param rate bytes that leave per time [B/s], &ge; 0
   * @param egressRate e [USD/B], &ge; 0
   */
  public static double monthlyEgress(double rate, double egressRate) {
    return rate * AccountingCalendar.MONTH * egressRate;
  }

  private ObjectStorageBill() {}
}
