using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CoBuilding.Demo;

/// <summary>Seeded pseudo-random numbers, the same on every machine and runtime: each path of names has its own sequence.</summary>
internal sealed class SeededRandom(params string[] path)
{
    private ulong state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', path))));

    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>Distinct items in the order drawn; all of them if there are fewer.</summary>
    public IReadOnlyList<T> Some<T>(int count, IEnumerable<T> of)
    {
        var left = of.ToList();
        List<T> drawn = [];
        while (drawn.Count < count && left.Count > 0)
        {
            var n = Below(left.Count);
            drawn.Add(left[n]);
            left.RemoveAt(n);
        }
        return drawn;
    }

    // SplitMix64.
    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
