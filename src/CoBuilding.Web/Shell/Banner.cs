using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Web.Shell;

/// <summary>The message at the top of a page or form after a use case: refused or done.</summary>
public sealed record Banner(string Title, IReadOnlyList<string> Lines, bool IsGood = false, bool OffersReload = false)
{
    public static Banner Done(string text) => new(text, [], IsGood: true);

    /// <summary>Null for refusals that lead to a redirect instead of a message.</summary>
    public static Banner? Of(Refusal refusal) =>
        refusal switch
        {
            ValidationFailed failed => new(Wording.T("Shell.PleaseCheck"), [.. failed.Problems.Select(p => p.Message)]),
            RuleBroken rule => new(Wording.T(rule.Key, [.. rule.Args]), []),
            SentOtherwise => new(Wording.T("Shell.SentOtherwise"), [Wording.T("Shell.SentOtherwiseText")]),
            Stale stale => new(Wording.T("Shell.Stale"), [.. stale.Changes.Select(Line)], OffersReload: true),
            Denied { SignedOut: false } => new(Wording.T("Shell.Denied"), [Wording.T("Shell.DeniedText")]),
            _ => null,
        };

    private static string Line(StaleChange change)
    {
        // Ids and versions are meaningless to users.
        var columns = JournalText
            .Columns(change.After)
            .Where(c => c.Name != nameof(Tenanted.RowVersion) && !Guid.TryParse(c.Value, out _))
            .Select(c => $"{c.Label}: {c.Value}")
            .ToList();
        var (who, at, right) = (JournalText.Actor(change.Who), change.At.Brief(), JournalText.Right(change.Right));
        return columns.Count == 0
            ? Wording.T("Shell.StaleLineBare", who, at, right)
            : Wording.T("Shell.StaleLine", who, at, right, string.Join(Wording.T("Shell.Semicolon"), columns));
    }
}
