using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace CoBuilding.Web.Shell;

/// <summary>
/// The base class of all office pages. A question goes through <see cref="Ask{T}(Func{Task{T}}, string?)"/>, a writing use case
/// through <see cref="Do"/>: both retry, and show refusals in the user's language. After an internal error the page stays usable.
/// </summary>
public abstract class PortalPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly List<PersistingComponentStateSubscription> kept = [];
    private ClaimsPrincipal user = new();

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    [CascadingParameter]
    private ShellState Shell { get; set; } = null!;

    /// <summary>Only during prerendering; null in the circuit.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private PersistentComponentState State { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ILoggerFactory Logs { get; set; } = null!;

    /// <summary>The first argument of every use case.</summary>
    public Scope Scope => user.Scope() ?? throw new InvalidOperationException("Nobody is signed in.");

    protected Guid Tenant => Scope.Tenant;

    /// <summary>Whether to offer something. It grants nothing: the door checks again at every use case.</summary>
    public bool May(Right right) => Shell.Self?.May(right) == true;

    /// <summary>Canceled when the page is disposed.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>A use case of this page is running; further clicks are ignored.</summary>
    public bool Busy { get; private set; }

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        user = (await SignedIn).User;
        if (user.Scope() is null)
            SignInAgain.Go(Navigation);
        else
            await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Runs a writing use case. True when it is done, now or by an earlier attempt. Otherwise what was typed is kept.</summary>
    /// <param name="useCase">The use case; harmless to repeat.</param>
    /// <param name="form">Where refusals are shown; above the page when there is none.</param>
    /// <param name="done">The banner to show when it is done.</param>
    public async Task<bool> Do(Func<Task> useCase, OfficeForm? form = null, string? done = null)
    {
        if (Busy)
            return false;
        Busy = true;
        Say(null, form);
        StateHasChanged();
        var failure = await TryAsync(useCase);
        Busy = false;
        if (failure is not null)
            Show(failure, form);
        else if (done is not null)
            Shell.Say(Banner.Done(done));
        StateHasChanged();
        return failure is null;
    }

    /// <summary>
    /// Saves text while typing, independently of other actions. Null when saved; otherwise the reason, which the caller shows.
    /// </summary>
    public async Task<Banner?> AutosaveAsync(Func<Task> useCase) =>
        await TryAsync(useCase) is not { } failure || IsStopped(failure)
            ? null
            : BannerOf(failure, "Shell.NotKept") ?? new(Texts.Wording.T("Shell.NotKept"), []);

    /// <summary>Asks a question. Null when refused; the page then shows the refusal.</summary>
    /// <param name="question">The question.</param>
    /// <param name="keep">
    /// With a name, the answer from prerendering is persisted in the page for the circuit, so that it is asked only once.
    /// </param>
    public async Task<T?> Ask<T>(Func<Task<T>> question, string? keep = null)
        where T : class
    {
        if (keep is not null && State.TryTakeFromJson<T>(keep, out var earlier) && earlier is not null)
            return earlier;
        try
        {
            var answer = await Access.TransientRetry.AskAsync(question, Stop);
            if (keep is not null && Request is not null)
                kept.Add(
                    State.RegisterOnPersisting(() =>
                    {
                        State.PersistAsJson(keep, answer);
                        return Task.CompletedTask;
                    })
                );
            return answer;
        }
        catch (Refusal refusal)
        {
            if (!Follow(refusal) && refusal is Denied)
            {
                if (Request is { Response.HasStarted: false } request)
                    request.Response.StatusCode = StatusCodes.Status403Forbidden;
                Shell.Deny();
            }
            return null;
        }
    }

    /// <summary>Asks for confirmation.</summary>
    protected async Task<bool> Confirm(string title, string text, string yes) =>
        await Dialogs.ShowMessageBoxAsync(title, text, yesText: yes, cancelText: Texts.Wording.T("Shell.Cancel")) == true;

    /// <summary>Shows a banner above the page.</summary>
    public void SayDone(string text) => Shell.Say(Banner.Done(text));

    /// <summary>Navigates to another page and shows a banner there.</summary>
    protected void GoTo(string href, string text)
    {
        Shell.SayNext(Banner.Done(text));
        Navigation.NavigateTo(href);
    }

    /// <summary>Runs a use case, with retries. Null when it is done; otherwise why not.</summary>
    private async Task<Exception?> TryAsync(Func<Task> useCase)
    {
        try
        {
            await Access.TransientRetry.RunAsync(useCase, Stop);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private void Show(Exception failure, OfficeForm? form)
    {
        if (failure is Access.SentOtherwise { Form: var sent })
            BeginAnew(sent, form);
        if (failure is Refusal refusal)
            form?.Mark(refusal);
        if (BannerOf(failure, "Shell.Error") is { } banner)
            Say(banner, form);
    }

    /// <summary>The next sending is a new operation. The page may have made the sent form from the one that it shows.</summary>
    private static void BeginAnew(Access.WritingForm sent, OfficeForm? form)
    {
        sent.BeginAnew();
        if (form?.Model is Access.WritingForm shown && !ReferenceEquals(shown, sent))
            shown.BeginAnew();
    }

    /// <summary>Null for what is not shown: the page is left, or was closed. Logs what nobody expected.</summary>
    private Banner? BannerOf(Exception failure, string title) =>
        failure switch
        {
            Refusal refusal => Follow(refusal) ? null : Banner.Of(refusal),
            _ when IsStopped(failure) => null,
            _ => new(
                Texts.Wording.T(title),
                [Texts.Wording.T("Shell.Reference", ErrorReference.Log(Logs.CreateLogger(GetType()), failure, user))]
            ),
        };

    private bool IsStopped(Exception failure) => failure is OperationCanceledException && stop.IsCancellationRequested;

    /// <summary>True for refusals that redirect instead of being shown.</summary>
    private bool Follow(Refusal refusal)
    {
        if (refusal is Denied { SignedOut: true } denied)
            SignInAgain.Go(Navigation, denied.HasEnded);
        else if (refusal is NotFound)
            Navigation.NotFound();
        else
            return false;
        return true;
    }

    private void Say(Banner? banner, OfficeForm? form)
    {
        if (form is null)
            Shell.Say(banner);
        else
            form.Say(banner);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        stop.Cancel();
        stop.Dispose();
        foreach (var subscription in kept)
            subscription.Dispose();
    }
}
