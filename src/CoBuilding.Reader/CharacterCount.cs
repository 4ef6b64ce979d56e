using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader;

/// <summary>Counts the characters of one file.</summary>
internal sealed class CharacterCount
{
    private int left = ReadingLimits.MostCharacters;

    /// <exception cref="FileRefused">The file has more characters than allowed.</exception>
    public void Add(int characters)
    {
        if ((left -= characters) < 0)
            throw new FileRefused(RefusalReason.TooManyCharacters, ReadingLimits.MostCharacters);
    }
}
