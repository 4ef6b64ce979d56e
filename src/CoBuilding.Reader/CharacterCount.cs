using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader;

/// <summary>Counts what one file says in all.</summary>
internal sealed class CharacterCount
{
    private int left = ReadingLimits.MostCharacters;

    /// <exception cref="FileRefused">It says more than is read.</exception>
    public void Add(int characters)
    {
        if ((left -= characters) < 0) throw new FileRefused(RefusalReason.TooManyCharacters, ReadingLimits.MostCharacters);
    }
}
