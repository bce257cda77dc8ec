package org.mlsysim.physics.node;

/** The bytes a model's weights occupy. */
public final class Weights {
  /**
   * Stored size of a model at a precision.
   *
   * <p>A published file size describes the 16-bit checkpoint, so it stands for itself at two bytes
   * per element, and wherever the number of parameters is unknown.
   *
   * <pre>size(b) = model size   if stated, and b = 2 or P unknown
   *           P b          otherwise</pre>
   *
   * @param parameters P, number of parameters, NaN if not stated
   * @param modelSize published size [B], NaN if not stated; one of the two is stated
   * @param bytesPerElement b, width of one stored parameter [B], &gt; 0
   * @return size(b) [B]
   */
  public static double storedBytes(double parameters, double modelSize, double bytesPerElement) {
    boolean publishedSizeHolds =
        !Double.isNaN(modelSize) && (bytesPerElement == 2 || Double.isNaN(parameters));
    return publishedSizeHolds ? modelSize : parameters * bytesPerElement;
  }

  private Weights() {}
}
