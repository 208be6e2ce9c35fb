"use client";
import { useEffect, useRef, useState } from "react";

const pauseMs = 200;

/**
 * The answer to what is typed: asked for a moment after each change. The newest answer wins; until it is there, or when
 * none comes, the last one stays and is `stale`.
 */
export function useLatest<Question, Answer>(
  question: Question,
  first: Answer,
  ask: (question: Question) => Promise<Answer>,
) {
  const [answer, setAnswer] = useState(first);
  const [stale, setStale] = useState(false);
  const key = JSON.stringify(question);
  const answered = useRef(key);
  const asked = useRef(0);
  const newest = useRef({ question, ask });
  newest.current = { question, ask };
  useEffect(() => {
    if (key === answered.current && asked.current === 0) return;
    asked.current += 1;
    const mine = asked.current;
    setStale(true);
    const timer = setTimeout(async () => {
      const { question, ask } = newest.current;
      const next = await ask(question).catch(() => null);
      if (mine !== asked.current) return;
      setStale(next === null);
      if (next !== null) setAnswer(next);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  return { answer, stale };
}
