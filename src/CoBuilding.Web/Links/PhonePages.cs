using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.Links;

/// <summary>
/// The endpoints of phone pages, the same for each kind: GET and HEAD show, POST records and leads back by 303 to the page, which then
/// shows what is recorded. No sign-in by link, and no script.
/// </summary>
public static class PhonePages
{
    /// <summary>Its endpoints answer every refusal as <see cref="LinkPages.GuardAsync"/> does.</summary>
    public static RouteGroupBuilder MapPhoneGroup(this WebApplication app)
    {
        var group = app.MapGroup("");
        group.AddEndpointFilter(
            async (call, next) => await LinkPages.GuardAsync(call.HttpContext, async () => (IResult)(await next(call))!)
        );
        return group;
    }

    /// <param name="ask">Asks for what the page shows.</param>
    /// <param name="run">Does what a form of the page asks for.</param>
    public static PhoneRoutes MapPhonePage<TBody, TSee, TAnswer, TUseCase, TForm>(
        this RouteGroupBuilder group,
        PhoneKind kind,
        Func<TSee, PhoneVisitor, CancellationToken, Task<TAnswer>> ask,
        Func<TUseCase, PhoneVisitor, TForm, CancellationToken, Task> run
    )
        where TBody : PhoneBody<TAnswer, TForm>, IPhoneBody<TForm>
        where TSee : class
        where TForm : class
    {
        group.MapMethods(kind.ByLink, LinkPages.SafeMethods, ShowAsync).OpenToAll(kind.Reason);
        group.MapMethods(kind.Own, LinkPages.SafeMethods, ShowAsync);
        List<IEndpointConventionBuilder> posts =
        [
            group.MapPost(kind.ByLink, SendAsync).OpenToAll(kind.Reason).IsSentByLink(kind.Right, kind.Reason),
            group.MapPost(kind.Own, SendAsync).DemandsToken(WithoutTokenAsync, [.. TBody.TextInputs]),
        ];
        if (kind.MostBytes is { } most)
            posts.ForEach(post => post.WithMetadata(new RequestSizeLimitAttribute(most)));
        return new PhoneRoutes(group, kind);

        Task<IResult> ShowAsync(PhoneVisitor who, HttpContext context, CancellationToken ct) =>
            DocumentAsync(who, context, new(LinkPages.CurrentPath(context), who.Id is not null, null, [], null), null, ct);

        async Task<IResult> SendAsync(PhoneVisitor who, HttpContext context, CancellationToken ct)
        {
            var sent = await PostedForm.ReadAsync(context);
            var form = TBody.Read(sent, who.Id);
            var useCase = ActivatorUtilities.GetServiceOrCreateInstance<TUseCase>(context.RequestServices);
            return await LinkPages.AnswerAsync(
                context,
                sent,
                () => run(useCase, who, form, ct),
                (problems, problem) => AgainAsync(who, context, sent, form, problems, problem, ct),
                TBody.ButtonField,
                TBody.RuleFields,
                ct
            );
        }

        // Not of the group: it is run before the endpoint, and instead of it.
        Task<IResult> WithoutTokenAsync(PhoneVisitor who, HttpContext context, CancellationToken ct) =>
            LinkPages.GuardAsync(
                context,
                async () =>
                {
                    var sent = await PostedForm.ReadAsync(context);
                    return await AgainAsync(who, context, sent, TBody.Read(sent, who.Id), [], sent.Problem, ct);
                }
            );

        Task<IResult> AgainAsync(
            PhoneVisitor who,
            HttpContext context,
            PostedForm sent,
            TForm form,
            IReadOnlyList<FieldProblem> problems,
            string? problem,
            CancellationToken ct
        ) => DocumentAsync(who, context, new(LinkPages.CurrentPath(context), who.Id is not null, sent, problems, problem), form, ct);

        async Task<IResult> DocumentAsync(PhoneVisitor who, HttpContext context, PhoneRequest request, TForm? typed, CancellationToken ct)
        {
            var see = context.RequestServices.GetRequiredService<TSee>();
            var answer = await TransientRetry.AskAsync(() => ask(see, who, ct), ct);
            return LinkPages.Document<TBody>(
                context,
                new
                {
                    Now = answer,
                    Request = request,
                    Typed = typed,
                }
            );
        }
    }
}
