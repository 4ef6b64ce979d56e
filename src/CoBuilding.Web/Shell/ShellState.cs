namespace CoBuilding.Web.Shell;

/// <summary>Shell state set by pages: the notice above the page, and whether the whole page is refused.</summary>
public sealed class ShellState
{
    private Banner? next;

    public Banner? Banner { get; private set; }
    public bool IsDenied { get; private set; }

    /// <summary>The signed-in user, set by the layout; null before.</summary>
    public Access.SeeSelf.Answer? Self { get; set; }
    public event Action? Changed;

    public void Say(Banner? banner) => Set(banner, IsDenied);

    public void Deny() => Set(null, true);

    /// <summary>Shows the banner on the next page.</summary>
    public void SayNext(Banner banner) => next = banner;

    /// <summary>Called when another page is opened.</summary>
    public void Clear()
    {
        var banner = next;
        next = null;
        Set(banner, false);
    }

    private void Set(Banner? banner, bool denied)
    {
        if (Banner == banner && IsDenied == denied)
            return;
        (Banner, IsDenied) = (banner, denied);
        Changed?.Invoke();
    }
}
