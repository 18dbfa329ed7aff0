namespace Writ.Documents;

/// <summary>Where the pen was.</summary>
/// <param name="X">Device units, to the right.</param>
/// <param name="Y">Device units, downwards.</param>
/// <param name="Time">Milliseconds on the device's clock, where it told.</param>
/// <param name="Pressure">0…1, where the device measures it.</param>
public readonly record struct InkPoint(double X, double Y, double? Time = null, double? Pressure = null);
