using System.Text.Json.Nodes;

namespace WritService.Tests.Attest;

/// <summary>Ink as a pen on a tablet leaves it: point groups of signature_pad along curves, with time and pressure, the same for the same name.</summary>
internal static class Handwriting
{
    private const int PointsOfStroke = 14, StrokesOfCharacter = 5;

    public static JsonObject Of(string text)
    {
        JsonArray groups = [];
        uint state = 2166136261;
        double time = 1_795_312_800_000;
        for (int character = 0; character < text.Length; character++)
        {
            state = unchecked((state ^ text[character]) * 16777619);
            for (int stroke = 0; stroke < StrokesOfCharacter; stroke++)
            {
                // A cubic Bézier curve inside the character's square.
                double[] x = new double[4], y = new double[4];
                for (int i = 0; i < 4; i++)
                    (x[i], y[i]) = ((character * 110) + Next(95), 10 + (stroke * 16) + Next(34));
                JsonArray points = [];
                for (int i = 0; i < PointsOfStroke; i++)
                {
                    double t = (double)i / (PointsOfStroke - 1), u = 1 - t;
                    points.Add(new JsonObject
                    {
                        ["x"] = Math.Round(Bezier(x, t, u), 1), ["y"] = Math.Round(Bezier(y, t, u), 1), ["time"] = time += 16,
                        ["pressure"] = Math.Round(0.25 + (0.6 * Math.Sin(Math.PI * t)), 2),
                    });
                }
                groups.Add(new JsonObject { ["points"] = points });
                time += 120;
            }
        }
        return new JsonObject { ["format"] = "signature_pad", ["data"] = groups };

        double Next(int below)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (state >> 8) % below;
        }
    }

    private static double Bezier(double[] at, double t, double u) => (u * u * u * at[0]) + (3 * u * u * t * at[1]) + (3 * u * t * t * at[2]) + (t * t * t * at[3]);
}
