using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

/// <summary>The findings of one row: errors and changes. The texts are in the current language.</summary>
internal sealed class RowFindings(int number)
{
    private readonly List<string> problems = [],
        notes = [];
    private readonly List<Change> changes = [];

    public int Number => number;
    public bool IsGood => problems.Count == 0;
    public bool IsChanged => changes.Count > 0;

    /// <param name="column">The column; null if the message names it or the whole row is meant.</param>
    public void Refuse(string text, string? column = null) => problems.Add(column is null ? text : Wording.T("Importing.Of", column, text));

    public void Note(string text) => notes.Add(text);

    public void Change(string column, string? old, string? now) => changes.Add(new Change(column, old, now));

    /// <summary>Checks a form by its own shape.</summary>
    /// <param name="of">The column of a field, or the owner of the form; null if the message names it.</param>
    /// <param name="said">Fields about which a clearer message was given before.</param>
    public void CheckShape(object form, CultureInfo culture, Func<string, string?>? of = null, params IEnumerable<string> said)
    {
        try
        {
            FormShapes.Check(form, culture);
        }
        catch (ValidationFailed failed)
        {
            foreach (var problem in failed.Problems.Where(p => !said.Contains(p.Field)))
                Refuse(problem.Message, of?.Invoke(problem.Field));
        }
    }

    /// <summary>A day as people write it; null where the cell is blank, or no day and refused.</summary>
    public DateOnly? Day(string? cell, string column)
    {
        if (cell is null)
            return null;
        var day = SheetDays.Read(cell);
        if (day is null)
            Refuse(Wording.T("Importing.DayUnknown", cell), column);
        return day;
    }

    /// <summary>Yes or no; null where the cell is blank, or neither and refused.</summary>
    public bool? Answer(string? cell, string column)
    {
        if (cell is null)
            return null;
        var answer = CellText.Answer(cell);
        if (answer is null)
            Refuse(Wording.T("Importing.AnswerUnknown", cell), column);
        return answer;
    }

    /// <summary>Runs code that an entity or rule may refuse; a refusal becomes the row's error.</summary>
    public bool Try(Action action, string? column = null)
    {
        try
        {
            action();
            return true;
        }
        catch (RuleBroken broken)
        {
            Refuse(Wording.T(broken.Key, [.. broken.Args]), column);
            return false;
        }
    }

    public ImportRow Row(bool isNew, params IReadOnlyList<string?> shown) =>
        new(
            number,
            !IsGood ? RowStatus.Error
                : isNew ? RowStatus.New
                : IsChanged ? RowStatus.Update
                : RowStatus.Skip,
            shown,
            IsGood ? changes : [],
            IsGood ? notes : problems
        );
}
