namespace Writ.Scripting;

/// <summary>Runs <c>for</c>, <c>tablerow</c> and <c>while</c>.</summary>
internal static class Looping
{
    public static void Run(Run run, While loop)
    {
        LoopState state = new("while");
        run.EnterWalk();
        run.Scopes.PushLoop(new LoopScope(null, state));
        run.Scopes.Frame.Loops++;
        int index = 0;
        while (true)
        {
            run.CountRound(loop, "loop statement");
            if (!loop.Condition.Evaluate(run).IsTrue)
                break;
            state.Index = index++;
            loop.Body.Execute(run);
            if (!GoesOn(run))
                break;
        }
        run.Scopes.Frame.Loops--;
        run.Scopes.PopLoop();
        run.LeaveWalk();
    }

    public static void Run(Run run, For loop)
    {
        ScriptValue value = loop.List.Evaluate(run);
        if (value is ScriptNull)
            return;
        IEnumerable<ScriptValue> items = Lists.TryWalk(value) ?? (value is ScriptText text ? Lists.Characters(text.Value) : value is ScriptObject members ? Lists.Pairs(members) : null)
            ?? throw run.Fault(loop.List, $"Unexpected type `{value.Kind}` for iterator");
        Settings settings = ReadSettings(run, loop);
        if (settings.Offset > 0)
            items = items.Skip(settings.Offset);
        if (settings.IsReversed)
            items = items.Reverse();
        if (settings.Limit > 0)
            items = items.Take(settings.Limit);

        LoopState state = new(loop.IsTable ? "tablerow" : "for");
        LoopScope scope = new((loop.Variable as Variable)?.Name, state);
        Table? table = loop.IsTable ? new Table(run, loop, state, settings.Columns) : null;
        run.EnterWalk();
        run.Scopes.PushLoop(scope);
        run.Scopes.Frame.Loops++;
        table?.Begin();
        bool any = Rounds(run, loop, items, Count(value, settings), scope, table, value as ScriptArray);
        table?.End();
        run.Scopes.Frame.Loops--;
        run.Scopes.PopLoop();
        run.LeaveWalk();
        if (!any && loop.Otherwise is not null && run.Flow == Flow.Onward)
            loop.Otherwise.Execute(run);
    }

    private static bool Rounds(Run run, For loop, IEnumerable<ScriptValue> items, int? count, LoopScope scope, Table? table, ScriptArray? array)
    {
        LoopState state = scope.State;
        // `for.length` and `for.rindex` need the whole list; only lazy lists whose length is unknown are walked for it.
        if (count is null)
        {
            List<ScriptValue> kept = [];
            foreach (ScriptValue item in items)
            {
                kept.Add(item);
                if (run.Limits.Loop > 0 && kept.Count > run.Limits.Loop)
                    break;
            }
            items = kept;
            count = kept.Count;
        }
        state.Length = count.Value;
        using IEnumerator<ScriptValue> walk = items.GetEnumerator();
        bool more = walk.MoveNext();
        bool any = more;
        ScriptValue? previous = null;
        int? edition = array?.Edition;
        for (int index = 0; more; index++)
        {
            run.CountRound(loop, "loop statement");
            ScriptValue item = walk.Current;
            more = walk.MoveNext();
            state.Index = index;
            state.IsLast = !more;
            state.Changed = previous is null || !Lists.Same(previous, item);
            previous = item;
            if (scope.Name is not null)
                scope.Value = item;
            else
                ((Path)loop.Variable).Assign(run, item);
            table?.Cell(index);
            loop.Body.Execute(run);
            table?.CloseCell();
            if (!GoesOn(run))
                break;
            if (array?.Edition != edition)
                throw run.Fault(loop, "Collection was modified; enumeration operation may not execute.");
        }
        return any;
    }

    private static int? Count(ScriptValue value, Settings settings)
    {
        long? all = value switch
        {
            ScriptArray array => array.Items.Count,
            ScriptRange range => (long)range.Count,
            ScriptObject members => members.Count,
            ScriptText text => text.Value.Length,
            _ => null,
        };
        if (all is not { } count)
            return null;
        if (settings.Offset > 0)
            count = Math.Max(0, count - settings.Offset);
        if (settings.Limit > 0)
            count = Math.Min(count, settings.Limit);
        return (int)Math.Min(count, int.MaxValue);
    }

    private static bool GoesOn(Run run)
    {
        switch (run.Flow)
        {
            case Flow.Break:
                run.Flow = Flow.Onward;
                return false;
            case Flow.Continue:
                run.Flow = Flow.Onward;
                return true;
            default:
                return run.Flow == Flow.Onward;
        }
    }

    private static Settings ReadSettings(Run run, For loop)
    {
        Settings settings = new();
        foreach (Argument setting in loop.Settings)
        {
            string? name = setting.Name ?? (setting.Value as Variable)?.Name;
            if (name == "reversed")
            {
                settings.IsReversed = true;
                continue;
            }
            if (setting.Name is null || !(name is "offset" or "limit" || (loop.IsTable && name == "cols")))
                throw run.Fault(setting, $"Unsupported argument `{setting.Name ?? setting.Value.ToString()}` for statement: `{loop}`");
            int number = Conversions.Int(run, setting.Value.Evaluate(run), setting.Value);
            switch (name)
            {
                case "offset": settings.Offset = number; break;
                case "limit": settings.Limit = number; break;
                default: settings.Columns = Math.Max(1, number); break;
            }
        }
        return settings;
    }

    private struct Settings
    {
        public Settings()
        {
        }

        public int Offset;
        public int Limit;
        public int Columns = 1;
        public bool IsReversed;
    }

    /// <summary>Writes the rows and cells around the body of a <c>tablerow</c>.</summary>
    private sealed class Table(Run run, For loop, LoopState state, int columns)
    {
        public void Begin() => Write("<tr class=\"row1\">");

        public void Cell(int index)
        {
            state.Column = index % columns;
            if (index > 0 && state.Column == 0)
                Write($"</tr>{run.Options.NewLine}<tr class=\"row{(index / columns) + 1}\">");
            Write($"<td class=\"col{state.Column + 1}\">");
        }

        public void CloseCell() => Write("</td>");

        public void End() => Write($"</tr>{run.Options.NewLine}");

        private void Write(string text)
        {
            run.Output.Note(loop.Range.Source, loop.Range.Start);
            run.Output.Write(text);
        }
    }
}
